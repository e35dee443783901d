"""The world -> Document: decoding, parts, dates, credits. Texts are not altered, facts not invented."""

"""The pages of a served dossier: one module a room of the main menu, each with its `router`."""

from __future__ import annotations

from fastapi import APIRouter

from selon.web.pages import claim_list, claims, overview

ROUTERS: tuple[APIRouter, ...] = (
    overview.router,
    claim_list.router,
    claims.router,
)

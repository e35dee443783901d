# ruff: noqa: E501 (sentences and pages are kept on their lines)
"""Invented pages that have the forms of real ones: dumps with a cookie wall, an annex, photo credits."""

from __future__ import annotations

DUMP = """\
Les pompiers de Brévane démentent tout retard dans la nuit de samedi

Les pompiers de Brévane démentent tout retard dans la nuit de samedi© Mairie de Brévane Source: Lumo
Un camion devant la caserne
Rejoignez Canal Brévane surTelegram

Le service d'incendie a rejeté lundi les reproches d'un collectif d'habitants. Ces reproches avaient été publiés par La Gazette.

«Les équipes sont parties en quatre minutes», a déclaré le 28 septembre le commandant Aubin Lescart. «Le journal de bord le montre», a-t-il ajouté.

Lire aussi : Incendie à Brévane : le maire promet un rapport (VIDEO)

Le collectif maintient son récit. Il demande que les enregistrements soient rendus publics avant la fin du mois.

Le maire appelle chacun au calme

Interrogé mardi, le maire a dit attendre le rapport de l'inspection, qui doit être remis au conseil en octobre.

Lire aussi : Un chien retrouve seul le chemin de la ferme

Le direct de la région

Rejoignez Canal Brévane surTelegram

Le bouton "Tout accepter" vaut accord pour les cookies que Canal Brévane dépose sur votre terminal. Avec "Tout refuser", seuls les cookies techniques restent. Vous pouvez modifier vos choix à tout moment.

OK

Canal Brévane utilise des cookies pour améliorer ses services.

Tout AccepterTout refuserParamétrer vos choix
"""

ANNEX = """\
Le barrage de Corvance cache autre chose

Des riverains affirment que les vannes du barrage ont été ouvertes sans avertissement dans la nuit de dimanche à lundi.

Selon eux, l'eau est montée de deux mètres en moins d'une heure dans le bas du village, où trois caves ont été noyées.

Il est probable que la société du barrage voudra taire cet incident, comme elle l'avait fait il y a trois ans.

Basile Torrent

\u00a0

Annexe article publié par Vallée Info :\u00a0

Les vannes de Corvance ouvertes par erreur, reconnaît la société

La société du barrage a reconnu mardi une erreur de manœuvre, a indiqué son directeur, citant plusieurs témoins.

L'ouverture a duré douze minutes et n'a blessé personne, selon le directeur, qui promet de changer la consigne.
source : Corvance dam gates opened by mistake, company admits
traduit par Atelier des Passeurs



Articles Par : Basile Torrent

Avis de non-responsabilité : les opinions exprimées ici n'engagent que leur auteur. La Voix libre décline toute responsabilité sur le contenu de cet article.

Contact : redaction@voix-libre.example
"""

MARKDOWN = """\
---
title: "La digue tient, dit le ministère"
date: 2024-02-11
shorttext: "Le ministère expose ce que la presse locale écrit depuis un an."
draft: false
lang: fr
---

[Irina Dolvane](http://ministere.example/point "Point de presse") a trouvé des mots clairs pour décrire l'état de la digue.

#### La digue

> Les travaux ont commencé le 30 octobre. Ils ont été précédés d'une visite des trois communes.

{{< tweet "1234567890" >}}

> Nous regrettons que certains parlent sans avoir lu le rapport.
"""

HTML = """\
<!doctype html><html lang="fr"><head><title>Le pont fermé | Le Phare de Brévane</title>
<meta property="og:site_name" content="Le Phare de Brévane">
<meta property="article:published_time" content="2024-05-06T06:30:00+02:00">
<link rel="canonical" href="https://phare.example/pont">
</head><body><header><nav><a href="/">Accueil</a> <a href="/sport">Sport</a></nav></header>
<main><article><h1>Le pont fermé pour deux semaines</h1>
<p class="byline">Par Solène Marquier</p>
<p>Le pont de Brévane sera fermé pendant deux semaines à partir de lundi, a annoncé la mairie dans un communiqué.</p>
<p>Les travaux doivent remplacer les câbles du tablier, qui datent de l'ouverture du pont il y a quarante ans.</p>
<blockquote><p>Nous avons choisi la période la plus calme de l'année pour gêner le moins possible.</p></blockquote>
<p>Une déviation sera mise en place par la route des marais, et les bus circuleront toutes les dix minutes.</p>
<p class="signature">avec APV</p>
</article></main><footer><p>© 2024 Le Phare de Brévane. Tous droits réservés.</p></footer></body></html>
"""

WALL = """\
<!doctype html><html lang="fr"><head><title>Le Phare</title></head><body><div class="wall">
<p>Avec votre accord, Le Phare et ses 120 partenaires utilisent des cookies pour stocker et consulter des données personnelles.</p>
<p>Vous pouvez retirer votre consentement à tout moment en cliquant sur « Paramétrer vos choix » ou dans notre politique de confidentialité.</p>
<button>Tout accepter</button> <button>Tout refuser</button></div></body></html>
"""

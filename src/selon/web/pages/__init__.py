"""The pages of a served dossier: one module a room of the main menu, each with its `router`."""

from __future__ import annotations

from fastapi import APIRouter

from selon.web.pages import actors, claim_list, claims, overview, search

ROUTERS: tuple[APIRouter, ...] = (
    overview.router,
    claim_list.router,
    claims.router,
    actors.router,
    search.router,
)

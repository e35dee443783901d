"""The pages of a served dossier: one module a room of the main menu, each with its `router`."""

from __future__ import annotations

from fastapi import APIRouter

from selon.web.pages import (
    actors,
    add,
    captures,
    claim_list,
    claims,
    compare,
    documents,
    judge,
    keys,
    method,
    overview,
    programs,
    running,
    search,
)

ROUTERS: tuple[APIRouter, ...] = (
    overview.router,
    claim_list.router,
    claims.router,
    documents.router,
    captures.router,
    compare.router,
    actors.router,
    search.router,
    judge.router,
    add.router,
    running.router,
    keys.router,
    method.router,
    programs.router,
)

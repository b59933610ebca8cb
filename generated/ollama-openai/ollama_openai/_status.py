# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""Which exception stands for a status."""

from __future__ import annotations

from http import HTTPStatus

from . import errors

_BY_STATUS: dict[int, type[errors.APIStatusError]] = {
    304: errors.NotModifiedError,
    400: errors.BadRequestError,
    401: errors.UnauthorizedError,
    403: errors.ForbiddenError,
    404: errors.NotFoundError,
    405: errors.MethodNotAllowedError,
    409: errors.ConflictError,
    422: errors.UnprocessableEntityError,
    429: errors.TooManyRequestsError,
    500: errors.InternalServerError,
    502: errors.BadGatewayError,
    503: errors.ServiceUnavailableError,
    504: errors.GatewayTimeoutError,
}


def status_class(status_code: int) -> type[errors.APIStatusError]:
    """The exception for a status: the class for it, or for its hundred."""
    hundred: type[errors.APIStatusError] = errors.APIStatusError
    for start, kind in (
        (HTTPStatus.MULTIPLE_CHOICES, errors.RedirectError),
        (HTTPStatus.BAD_REQUEST, errors.ClientError),
    ):
        hundred = kind if status_code >= start else hundred
    if status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
        hundred = errors.ServerError
    return _BY_STATUS.get(status_code, hundred)

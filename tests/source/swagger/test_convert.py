"""Whole documents, and what is no Swagger document at all."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from tests.source.swagger.samples import load

from specmend.source.swagger.convert import convert_swagger
from specmend.validate.rules.table import faults_of

BEFORE = """
swagger: '2.0'
info: {title: Pets, version: '1', x-logo: {url: u}}
host: pets.example
basePath: /v2
schemes: [https]
tags: [{name: pets, externalDocs: {url: u}}]
consumes: [application/json]
produces: [application/json]
paths:
  /pets/{id}:
    parameters: [{name: id, in: path, required: true, type: string}]
    put:
      operationId: putPet
      parameters: [{$ref: '#/parameters/pet'}, {name: dry, in: query, type: boolean}]
      responses:
        '200': {description: OK, schema: {$ref: '#/definitions/Pet«Dog»'}}
        default: {$ref: '#/responses/Fault'}
securityDefinitions: {login: {type: basic}}
security: [{login: []}]
definitions:
  Pet«Dog»: {type: object, properties: {name: {type: string, x-nullable: true}}}
parameters:
  pet: {name: pet, in: body, required: true, schema: {$ref: '#/definitions/Pet«Dog»'}}
responses:
  Fault: {description: Fault, schema: {type: string}}
externalDocs: {url: u}
x-a: {$ref: '#/definitions/Pet'}
"""
AFTER = """
openapi: 3.0.4
info: {title: Pets, version: '1', x-logo: {url: u}}
servers: [{url: 'https://pets.example/v2'}]
tags: [{name: pets, externalDocs: {url: u}}]
paths:
  /pets/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    put:
      operationId: putPet
      parameters: [{name: dry, in: query, schema: {type: boolean}}]
      requestBody: {$ref: '#/components/requestBodies/pet'}
      responses:
        '200':
          description: OK
          content: {application/json: {schema: {$ref: '#/components/schemas/Pet_Dog'}}}
        default: {$ref: '#/components/responses/Fault'}
components:
  securitySchemes: {login: {type: http, scheme: basic}}
  schemas:
    Pet_Dog: {type: object, properties: {name: {type: string, nullable: true}}}
  requestBodies:
    pet:
      required: true
      content: {application/json: {schema: {$ref: '#/components/schemas/Pet_Dog'}}}
  responses:
    Fault: {description: Fault, content: {application/json: {schema: {type: string}}}}
security: [{login: []}]
externalDocs: {url: u}
x-a: {$ref: '#/definitions/Pet'}
"""


def test_a_document_is_converted_whole() -> None:
    before = load(BEFORE)
    conversion = convert_swagger(before)
    assert conversion.tree == load(AFTER)
    assert list(conversion.tree) == list(load(AFTER))
    assert before == load(BEFORE)
    assert [remark.address for remark in conversion.remarks] == [("definitions", "Pet«Dog»")]
    assert faults_of(conversion.tree) == []


@pytest.mark.parametrize("tree", [None, 5, "text", [], [{}]])
def test_what_is_no_document_stays(tree: Any) -> None:
    conversion = convert_swagger(copy.deepcopy(tree))
    assert conversion.tree == tree
    assert [remark.address for remark in conversion.remarks] == [()]


def test_paths_that_differ_in_their_queries_are_left_out_with_a_remark() -> None:
    before = {"swagger": "2.0", "x-ms-paths": {"/a?b": {"get": {}}}}
    conversion = convert_swagger(before)
    assert conversion.tree == {"openapi": "3.0.4", "x-ms-paths": {"/a?b": {"get": {}}}}
    assert [remark.address for remark in conversion.remarks] == [("x-ms-paths",)]


def test_a_document_with_nothing_is_converted() -> None:
    assert convert_swagger({"swagger": 2.0}).tree == {"openapi": "3.0.4"}

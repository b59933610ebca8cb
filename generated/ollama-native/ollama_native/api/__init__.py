# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""The operations of the API as data, one folder for each tag."""

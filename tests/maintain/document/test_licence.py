"""Which licence a document is said to have, by what its own head states."""

from __future__ import annotations

import pytest

from macros.maintain.document.licence import NOT_STATED, stated

BELOW = "package quay\n\nconst (\n\tDockBusy = 4001 // The dock is busy\n)\n"
APACHE = 'Licensed under the Apache License, Version 2.0 (the "License");'
ASF = """\
// Licensed to Quay. Quay (ASF)
// licenses this file to you under the Apache
// License, Version 2.0"""
MOZILLA = """\
-- This Source Code Form is subject to the terms of the Mozilla Public
-- License, v. 2.0. If a copy was not distributed, ask."""


@pytest.mark.parametrize(
    ("head", "name", "line"),
    [
        ("// SPDX-License-Identifier: MIT", "MIT", 1),
        ("// © Quay\n# SPDX-License-Identifier: ISC", "ISC", 2),
        ("/* SPDX-License-Identifier: MIT OR Apache-2.0 */", "MIT OR Apache-2.0", 1),
        ("// SPDX-License-Identifier: (MIT OR GPL-2.0-only)", "MIT OR GPL-2.0-only", 1),
        ("<!-- SPDX-License-Identifier: CC-BY-4.0 -->", "CC-BY-4.0", 1),
        ("import tide\n\n// SPDX-License-Identifier: MIT", "MIT", 3),
        (
            "// SPDX-License-Identifier: LGPL-2.1-or-later\n// See the GNU Lesser Licence.",
            "LGPL-2.1-or-later",
            1,
        ),
        (f"/*\n * © Quay\n *\n * {APACHE}\n * you may not use it\n */", "Apache-2.0", 4),
        ("# Licensed under the Apache\n# License, Version 2.0.", "Apache-2.0", 1),
        (ASF, "Apache-2.0", 2),
        ("<?php\n/**\n * Codes.\n * @license MIT\n */", "MIT", 4),
        ("/**\n * @license The MIT License\n * @since 2\n */", "MIT", 2),
        ("/*!\n * The MIT License (MIT)\n */", "MIT", 2),
        ("% This file is released under the BSD-3-Clause license.", "BSD-3-Clause", 1),
        (MOZILLA, "MPL-2.0", 1),
    ],
)
def test_a_head_that_states_it(head: str, name: str, line: int) -> None:
    """A tag or a sentence of the head is taken, by its short name, and quoted with its line."""
    bare = head.split("\n")[line - 1].strip("/*#%<>!- ")
    assert stated(f"{head}\n{BELOW}") == f'{name} (stated in line {line}: "{bare}")'


@pytest.mark.parametrize(
    "head",
    [
        "// Errors of Quay.",
        "// SPDX-License-Identifier: NOASSERTION",
        "// Licensed under the terms of the file LICENSE.",
        "// Use of this code is governed by a BSD-style license, see LICENSE.",
        "// Licensed under the Apache License, Version 2.0 or the MIT license, at your option.",
        "// SPDX-License-Identifier: MIT\n// Parts are licensed under the Apache License 2.0.",
        "// SPDX-License-Identifier: MIT\n// SPDX-License-Identifier: ISC",
        "// This file is not licensed under the MIT license.",
        "// The generator of this file is licensed under the MIT license.",
        "// Licensed under the Apache License v2.0 with LLVM Exceptions.",
        "// @license React",
        "/** @license see https://quay.example/MIT-or-not */",
        "// The MIT license server is down.",
        "// Summit",
        "# MIT",
        "// License: see MIT-LICENSE",
    ],
)
def test_a_head_that_does_not(head: str) -> None:
    """Several licences, another part's, a name that says none, and other words are not taken."""
    assert stated(f"{head}\n{BELOW}") == NOT_STATED


@pytest.mark.parametrize(
    "text",
    [
        f"{BELOW}\n// SPDX-License-Identifier: MIT\n",
        "const (\n\tDockBusy = 4001 // SPDX-License-Identifier: MIT\n)\n",
        "The MIT License\n\n| Code | Text |\n",
        "",
    ],
)
def test_what_stands_elsewhere(text: str) -> None:
    """What stands below the first statement, behind one, or in no comment, is none of the head."""
    assert stated(text) == NOT_STATED

"""One file of a public git repository -> its bytes, its commit and day, or why there are none.

The newest commit alone is fetched, without contents; then the file. Who sits before the machine is
not asked, and what is configured for that person does not count: no credentials, no hooks, no
other way than https. Where the bytes are wanted for a new revision, `last_change` says since when
they are so; that takes the history, again without contents.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from macros.maintain.watch.fetch import Fetched, FetchError, Limits
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

# What of the machine git needs: to find programs and proxies, and whom to trust.
_KEPT = re.compile(
    r"PATH|HOME|TMPDIR|SSL_CERT_FILE|SSL_CERT_DIR|CURL_CA_BUNDLE|(?:https?|all|no)_proxy",
    re.IGNORECASE,
)
_LARGEST = 400_000  # blocks of 512 bytes: one file that git may write
# The shell sets the limit: beside other threads, no code of ours may run between a fork and git.
_LIMITED = 'ulimit -f "$1" && shift && exec git "$@"'
_LOCAL = re.compile(r"http://|/")
_DO = "Look at the repository in a browser; mend `official` in provider.yml."
# Where a forge shows one state of a file for ever, and how.
_PERMANENT = {
    "https://github.com/": "/blob/",
    "https://gitlab.com/": "/-/blob/",
    "https://codeberg.org/": "/src/commit/",
    "https://gitee.com/": "/blob/",
}


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository on its way to files.

    Attributes:
        address: where it is.
        branch: the branch; None for the repository's own default.
        folder: where it is fetched to.
        limits: how long each command of git may take, and how large a file may be.
        commit: the newest commit of the branch.
    """

    address: str
    branch: str | None
    folder: Path
    limits: Limits
    commit: str = ""

    @property
    def ref(self) -> str:
        """The branch as git asks for it."""
        return f"refs/heads/{self.branch}" if self.branch else "HEAD"

    def git(self, *words: str) -> bytes:
        """Run one command of git; return what it prints.

        Raises:
            FetchError: when it fails or takes too long.
        """
        environment = {name: value for name, value in os.environ.items() if _KEPT.fullmatch(name)}
        environment |= {
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_TERMINAL_PROMPT": "0",
            # The model of provider.yml lets http and paths pass on this machine alone, for tests.
            "GIT_ALLOW_PROTOCOL": "http:file" if _LOCAL.match(self.address) else "https",
            "GIT_LITERAL_PATHSPECS": "1",
            "LC_ALL": "C",
            "TZ": "UTC",
        }
        process = subprocess.Popen(  # noqa: S603 - words of ours, and checked ones
            ["/bin/sh", "-c", _LIMITED, "sh", str(_LARGEST), "-C", str(self.folder), *words],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            # A group of its own: what git has started ends with it.
            start_new_session=True,
        )
        try:
            printed, complained = process.communicate(timeout=self.limits.seconds)
        except BaseException as error:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            if not isinstance(error, subprocess.TimeoutExpired):
                raise
            what = f"git takes more than {self.limits.seconds:g} seconds."
            raise FetchError(what, "Try again later.") from None
        if process.returncode:
            said = complained.decode(errors="replace").strip().splitlines()
            told = one_line(said[-1]) if said else f"it ends with {process.returncode}"
            raise FetchError(f"git cannot fetch it: {told}.", _DO)
        return printed

    def file(self, path: str) -> Fetched:
        """Return one file of the newest commit.

        Raises:
            FetchError: when it is not there, no file, or too large.
        """
        # <mode> <type> <object>, then the path: the contents are not asked for.
        said = self.git("ls-tree", "-z", "--full-tree", self.commit, "--", path).decode(
            errors="replace"
        )
        listed = said.partition("\t")[0].split()
        where = f'in the branch "{self.branch}"' if self.branch else "in its default branch"
        if not listed:
            raise FetchError(f'it has no "{path}" {where}.', _DO)
        mode, kind, name = listed
        if kind != "blob" or mode == "120000":
            raise FetchError(f'"{path}" {where} is no file, but a folder or a link.', _DO)
        size = int(self.git("cat-file", "-s", name))
        if size > self.limits.most:
            what = f'"{path}" is larger than {self.limits.most:,} bytes, which no document is.'
            raise FetchError(what, _DO)
        return Fetched(self.git("cat-file", "blob", name), self.permanent(self.commit, path))

    def last_change(self, path: str) -> tuple[str, date] | None:
        """Return the commit since which a file is as it is, and its day.

        The day is that of the commit, in UTC. None where the history cannot be had.
        """
        try:
            if self.git("rev-parse", "--is-shallow-repository").strip() == b"true":
                self.git("fetch", "--quiet", "--no-tags", "--unshallow", "origin", self.ref)
            said = self.git(
                *("log", "-1", "--format=%H %cd", "--date=format-local:%Y-%m-%d"),
                *(self.commit, "--", path),
            )
            commit, day = said.decode().split()
            return commit, date.fromisoformat(day)
        except (FetchError, ValueError):
            return None

    def permanent(self, commit: str, path: str) -> str:
        """Return the address of one state of a file; the repository's where no better is known."""
        bare = self.address.removesuffix("/").removesuffix(".git")
        for forge, between in _PERMANENT.items():
            if bare.startswith(forge):
                return f"{bare}{between}{commit}/{quote(path)}"
        return self.address


@contextmanager
def opened(
    address: str, branch: str | None = None, limits: Limits | None = None
) -> Iterator[Repository]:
    """Fetch the newest commit of a branch into a folder that is gone afterwards.

    Raises:
        FetchError: when that cannot be done.
    """
    if not shutil.which("git"):
        do = "Install git, or name an address in `raw` in place of the repository."
        raise FetchError("the command git is not here.", do)
    with tempfile.TemporaryDirectory(prefix="watch-") as name:
        repository = Repository(address, branch, Path(name), limits or Limits())
        repository.git("init", "--quiet", "--bare", f"--template={os.devnull}")
        repository.git("remote", "add", "origin", address)
        repository.git(
            *("fetch", "--quiet", "--no-tags", "--depth=1", "--filter=blob:none"),
            *("origin", repository.ref),
        )
        yield replace(repository, commit=repository.git("rev-parse", "FETCH_HEAD").decode().strip())

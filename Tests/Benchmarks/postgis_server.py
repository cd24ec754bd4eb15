"""A PostGIS server of its own, out of Debian's packages, without installing anything.

The packages are downloaded once, unpacked into a temporary folder, and the server listens on a
socket in that folder only. It is gone with the process that started it.
"""

import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

DOWNLOADS = os.path.join(os.path.dirname(sys.prefix), "debian")
SETTINGS = """
listen_addresses = ''
fsync = off
shared_buffers = 1GB
work_mem = 256MB
max_wal_size = 8GB
max_parallel_workers_per_gather = 2
min_parallel_table_scan_size = 0
"""


class Unavailable(Exception):
    """Why there is no server, in one line."""


def output(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def packages():
    """The package files of PostgreSQL, PostGIS and what they need that the system lacks."""
    found = glob.glob(f"{DOWNLOADS}/*.deb")
    if found:
        return found
    if not (shutil.which("apt-get") and shutil.which("dpkg-deb")):
        raise Unavailable("no apt-get and dpkg-deb here")
    try:
        relations = output("apt-cache", "depends", "postgresql-postgis")
        extension, version = re.findall(
            r"(postgresql-(\d+)-postgis-\d+)$", relations, re.MULTILINE
        )[0]
        wanted = f"postgresql-{version} postgresql-client-{version} {extension}".split()
        plan = "apt-get install --print-uris --reinstall --no-install-recommends -y -qq"
        listed = output(*plan.split(), *wanted)
        names = {line.split()[1].partition("_")[0] for line in listed.splitlines()}
        os.makedirs(DOWNLOADS)
        subprocess.run(
            ("apt-get", "download", "-qq", *sorted(names)),
            check=True,
            capture_output=True,
            cwd=DOWNLOADS,
        )
    except (subprocess.CalledProcessError, IndexError) as problem:
        shutil.rmtree(DOWNLOADS, ignore_errors=True)
        raise Unavailable("apt-get gives no package postgresql-postgis") from problem
    return glob.glob(f"{DOWNLOADS}/*.deb")


class Server:
    """A running server; use it in a `with` statement."""

    def __enter__(self):
        files = packages()
        self.folder = tempfile.mkdtemp(prefix="landbook-bench-")
        for file in files:
            subprocess.run(("dpkg-deb", "-x", file, self.folder), check=True)
        for control in glob.glob(
            f"{self.folder}/usr/share/postgresql/*/extension/postgis-*.control"
        ):
            # A link that the package's installation would make.
            shutil.copy(control, re.sub(r"-\d+\.control$", ".control", control))
        (self.programs,) = glob.glob(f"{self.folder}/usr/lib/postgresql/*/bin")
        libraries = ":".join(glob.glob(f"{self.folder}/usr/lib/*-linux-*"))
        self.environment = os.environ | {"LD_LIBRARY_PATH": libraries, "LC_ALL": "C"}
        self.data = f"{self.folder}/data"
        os.mkdir(self.data, 0o700)
        self.account = {}
        if os.getuid() == 0:
            # The server refuses to run as root.
            self.account = {"user": "nobody", "group": "nogroup", "extra_groups": []}
            os.chmod(self.folder, 0o755)
            shutil.chown(self.data, "nobody", "nogroup")
        self.process = None
        try:
            self.start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def program(self, name, *arguments, **options):
        command = (f"{self.programs}/{name}", *arguments)
        return {"args": command, "env": self.environment, **self.account, **options}

    def start(self):
        made = subprocess.run(
            **self.program(
                "initdb", "-D", self.data, "-U", "bench", "-A", "trust", "-N"
            ),
            check=False,
            capture_output=True,
            text=True,
        )
        if made.returncode:
            raise Unavailable("initdb failed: " + made.stderr.strip().splitlines()[-1])
        with open(f"{self.data}/postgresql.conf", "a") as file:
            file.write(SETTINGS)
        with open(f"{self.folder}/log", "w") as log:
            self.process = subprocess.Popen(
                **self.program("postgres", "-D", self.data, "-k", self.data),
                stdout=log,
                stderr=log,
            )
        for _ in range(100):
            if self.psql("SELECT 1").returncode == 0:
                break
            time.sleep(0.1)
        self.sql("CREATE EXTENSION postgis")

    def psql(self, statement, rows=None):
        flags = ("-X", "-A", "-q", "-t", "-F,", "-v", "ON_ERROR_STOP=1")
        return subprocess.run(
            **self.program(
                "psql", *flags, "-h", self.data, "-U", "bench", "-d", "postgres"
            ),
            input=f"{statement};\n{rows or ''}",
            check=False,
            capture_output=True,
            text=True,
        )

    def sql(self, statement, rows=None):
        """The rows that statements print, as lists of texts; `rows` feed a COPY FROM STDIN."""
        done = self.psql(statement, rows)
        if done.returncode:
            raise Unavailable(done.stderr.strip().splitlines()[0])
        lines = (line.split(",") for line in done.stdout.splitlines())
        return [line for line in lines if len(line) > 1]

    def processor_seconds(self):
        """What the server and all its processes, ended ones too, have used up to now."""
        ticks = 0
        for path in glob.glob("/proc/[0-9]*/stat"):
            try:
                with open(path) as file:
                    fields = file.read().rpartition(")")[2].split()
            except OSError:
                continue
            number = int(path.split("/")[2])
            if number == self.process.pid:
                ticks += sum(int(field) for field in fields[11:15])
            elif int(fields[1]) == self.process.pid:
                ticks += sum(int(field) for field in fields[11:13])
        return ticks / os.sysconf("SC_CLK_TCK")

    def __exit__(self, *_):
        if self.process:
            self.process.terminate()
            self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

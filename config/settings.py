"""All settings, read from the environment alone. None is needed for local use.

DATABASE_URL   sqlite:////absolute/path or postgresql://user:password@host/name. Default: var/counterpoint.sqlite3
CACHE_URL      locmem://, file:///path, db://table, dummy:// or redis://host/0. Default: locmem://
ALLOWED_HOSTS  names under which the site is reached, with commas between. Default: this machine's own
SECRET_KEY     50 random characters or more. Needed with a public host; else one is made and kept in var/secret_key
SECOND_PERSON  true: whoever changed an event since its last edition cannot publish it. Default: false
DATA_LICENCE   under which the data may be used, in a line that readers see. Default: none is declared
CONTACT        a mail address or an https:// address, to which readers turn. Default: none
DEBUG          true shows tracebacks to whoever asks, so it is refused with a public host. Default: false

IMPORT_ALLOWED_ADDRESSES  addresses and networks, with commas between, from which an editor may import a text although
               they are not public, such as 10.1.2.0/24 for an intranet. Default: none

A host that is not loopback makes the site public: HTTPS alone, by a proxy that sets X-Forwarded-Proto. Gunicorn trusts
that header from this machine, and from the addresses in its own variable FORWARDED_ALLOW_IPS.
"""

import os
import re
import secrets
from contextlib import suppress
from importlib.util import find_spec
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any
from urllib.parse import quote

from django.conf.locale import LANG_INFO
from django.core.exceptions import ImproperlyConfigured
from environs import Env

from config.permissions import SWITCHED_OFF

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"

env = Env()


# Hosts


def allowed_host(value: str) -> str:
    """One entry of ALLOWED_HOSTS as Django wants it: a lower-case name or address, without scheme, port or path."""
    host = value.strip().lower()
    with suppress(ValueError):
        address = ip_address(host.removeprefix("[").removesuffix("]"))
        return str(address) if address.version == 4 else f"[{address}]"
    if host != "*" and not re.fullmatch(r"\.?[a-z0-9-]+(\.[a-z0-9-]+)*", host):
        raise ImproperlyConfigured(f"ALLOWED_HOSTS: {value!r} is not a host name (no scheme, no port, no path).")
    return host


def is_loopback(host: str) -> bool:
    with suppress(ValueError):
        return ip_address(host.strip("[]")).is_loopback
    return host == "localhost" or host.endswith(".localhost")


ALLOWED_HOSTS = [
    allowed_host(value) for value in env.list("ALLOWED_HOSTS", ["localhost", ".localhost", "127.0.0.1", "::1"])
]
if not ALLOWED_HOSTS:
    raise ImproperlyConfigured("ALLOWED_HOSTS: names no host.")

PUBLIC_HOSTS = [host for host in ALLOWED_HOSTS if not is_loopback(host)]
IS_PUBLIC = bool(PUBLIC_HOSTS)

DEBUG = env.bool("DEBUG", False)
if DEBUG and IS_PUBLIC:
    raise ImproperlyConfigured(f"DEBUG: must be off, as ALLOWED_HOSTS names the public host {PUBLIC_HOSTS[0]!r}.")


# Secret key


def kept_secret_key(path: Path) -> str:
    """The key in this file, which the first start makes. Processes that start together all get the same one."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile("w", dir=path.parent) as draft:  # readable by its owner alone, and so is the link
            draft.write(secrets.token_urlsafe(50))
            draft.flush()
            with suppress(FileExistsError):
                os.link(draft.name, path)
    return path.read_text()


def is_strong(key: str) -> bool:
    return len(key) >= 50 and len(set(key)) >= 5 and not key.startswith("django-insecure-")


SECRET_KEY = env.str("SECRET_KEY", None)
if SECRET_KEY is None:
    if IS_PUBLIC:
        raise ImproperlyConfigured(f"SECRET_KEY: must be given, as ALLOWED_HOSTS names {PUBLIC_HOSTS[0]!r}.")
    SECRET_KEY = kept_secret_key(VAR_DIR / "secret_key")
    if not is_strong(SECRET_KEY):
        raise ImproperlyConfigured("SECRET_KEY: the one kept in var/secret_key is too weak; delete that file.")
if not is_strong(SECRET_KEY):
    raise ImproperlyConfigured("SECRET_KEY: must be 50 random characters or more.")


# Database and cache


def database(url: str) -> dict[str, Any]:
    settings: dict[str, Any] = {**env.dj_db_url("DATABASE_URL", url, conn_health_checks=True)}
    scheme = url.partition("://")[0]
    options = settings.get("OPTIONS", {})
    if scheme == "sqlite":
        if settings.get("HOST"):
            raise ImproperlyConfigured("DATABASE_URL: an absolute path takes four slashes, sqlite:////path.")
        settings["OPTIONS"] = {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",  # a writer waits at the start, not half-way, where it would fail
            "init_command": "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL",
            **options,
        }
    elif scheme in ("postgres", "postgresql"):
        if not settings["NAME"]:
            raise ImproperlyConfigured("DATABASE_URL: names no database.")
        # A request waits `timeout` seconds at most for a connection, so a dead database shows at once.
        settings["OPTIONS"] = {"pool": {"min_size": 1, "max_size": 10, "timeout": 5}, **options}
    else:
        raise ImproperlyConfigured(f"DATABASE_URL: must begin with sqlite:// or postgresql://, not with {scheme}://.")
    return settings


def cache(url: str) -> dict[str, Any]:
    scheme = url.partition("://")[0]
    if scheme not in ("locmem", "file", "db", "dummy", "redis", "rediss"):
        raise ImproperlyConfigured("CACHE_URL: must begin with locmem://, file://, db://, dummy:// or redis://.")
    settings: dict[str, Any] = env.dj_cache_url("CACHE_URL", url)
    if scheme in ("file", "db") and not settings["LOCATION"]:
        raise ImproperlyConfigured(f"CACHE_URL: {scheme}:// needs a place to keep the cache in.")
    if scheme in ("redis", "rediss") and find_spec("redis") is None:
        raise ImproperlyConfigured("CACHE_URL: Redis needs the Python package redis, which is not installed.")
    return settings


DATABASE_URL = env.str("DATABASE_URL", None)
if DATABASE_URL is None:
    VAR_DIR.mkdir(exist_ok=True)
    DATABASE_URL = "sqlite:///" + quote(str(VAR_DIR / "counterpoint.sqlite3"))

DATABASES = {"default": database(DATABASE_URL)}
CACHES = {"default": cache(env.str("CACHE_URL", "locmem://"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"


# Application

INSTALLED_APPS = [
    "comparisons",
    "csp",
    "django_htmx",
    "simple_history",
    "config.apps.DeskConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "django.forms",
]
MIDDLEWARE = [
    "comparisons.middleware.without_body_for_head",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",  # static files are compressed when they are collected
    "comparisons.middleware.compressed_for_everybody",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "comparisons.middleware.language_from_path",
    "comparisons.middleware.refuse_nul",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
LOGIN_URL = "admin:login"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{rule}Validator"}
    for rule in ("UserAttributeSimilarity", "MinimumLength", "CommonPassword", "NumericPassword")
]

# Past these bounds Django answers 400, and what was typed is lost. The largest form is that of a stance: 201 places for
# quotes with eleven fields each, and twenty fields more. A text may have 500,000 characters, of four bytes each.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 3_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 8 * 1024 * 1024

SECOND_PERSON = env.bool("SECOND_PERSON", False)
DATA_LICENCE = env.str("DATA_LICENCE", "").strip()
CONTACT = env.str("CONTACT", "").strip()
if CONTACT and not re.fullmatch(r"https://\S+|[^\s@:/?&]+@[^\s@:/?&]+", CONTACT):
    raise ImproperlyConfigured(f"CONTACT: {CONTACT!r} is neither a mail address nor an https:// address.")
SIMPLE_HISTORY_REVERT_DISABLED = True  # a row is changed by its form alone, which has optimistic locking

# English, and each language that has a folder of translations.
LANGUAGE_CODE = "en"
LOCALE_PATHS = [BASE_DIR / "locale"]
TRANSLATED = sorted(messages.parent.name for messages in LOCALE_PATHS[0].glob("*/LC_MESSAGES"))
LANGUAGES = [(code, LANG_INFO[code]["name_local"].capitalize()) for code in (LANGUAGE_CODE, *TRANSLATED)]
TIME_ZONE = "UTC"


# Import of a text: what is not public and may be fetched from all the same


def allowed_network(value: str) -> IPv4Network | IPv6Network:
    try:
        return ip_network(value.strip())
    except ValueError:
        raise ImproperlyConfigured(
            f"IMPORT_ALLOWED_ADDRESSES: {value!r} is no address or network, such as 10.1.2.3 or 10.1.2.0/24."
        ) from None


NAMED: list[str] = env.list("IMPORT_ALLOWED_ADDRESSES", [])
IMPORT_ALLOWED_ADDRESSES = [allowed_network(value) for value in NAMED]


# Static files: from var/static once `collectstatic` has run, straight from their source before that and with DEBUG

STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "config.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = DEBUG or not (STATIC_ROOT / "staticfiles.json").exists()


# Security

SESSION_COOKIE_SECURE = IS_PUBLIC
CSRF_COOKIE_SECURE = IS_PUBLIC
SECURE_SSL_REDIRECT = IS_PUBLIC
SECURE_REDIRECT_EXEMPT = ["^healthz$"]
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if IS_PUBLIC else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = IS_PUBLIC
SECURE_HSTS_PRELOAD = IS_PUBLIC
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "worker-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}
PERMISSIONS_POLICY: dict[str, list[str]] = {feature: [] for feature in SWITCHED_OFF}


# Logging: everything to the console, errors with DEBUG off included

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "comparisons": {"level": "INFO"},
        "django": {"handlers": [], "level": "INFO"},
    },
}

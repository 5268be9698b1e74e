"""Words of computing, telephony and payment that are right and that the English dictionary lacks.

The glossary has those that only the documents at hand use: it names each that stands in none.
"""

from __future__ import annotations

_SINGULAR = """
    admin allowlist api async autocomplete autoscaling backend basename bitrate blockchain blocklist
    boolean changelog checkbox checksum chatbot codec config cron dataset datatype datacenter
    deallocate denylist deserialize dropdown emoji enum failover favicon filename filesystem
    frontend geocode geocoded geocoding geofence geolocation github gitlab hardcoded hashtag
    hostname hotfix idempotency inbox jailbroken keyframe keystore landline livestream localhost
    login logout lookup mailto malware metadata microservice middleware modbus multi multipart mutex
    namespace nginx nullable nvarchar opcode passcode passphrase paywall permalink placemark
    playlist polyline popup prefetch prepended queryable readonly realtime reauthenticate
    referer regex repo rsync rvalue serializer serverless shader sharding signup sitemap smartphone
    stderr stdin stdout stylesheet subdomain subfolder subnet substring superuser tablespace
    timestamp tokenization tokenized tokenizer toolchain tuple unary unban unmount unpublish
    unregister untrusted uploader upsert username validator varchar viewport voicemail waypoint
    webhook whitelist whitelisted wifi wildcard workflow
"""
WORDS = frozenset(form for word in _SINGULAR.split() for form in (word, f"{word}s"))

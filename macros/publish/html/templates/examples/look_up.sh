# Packs are named by the first digits of a SHA-256 (on an old Mac: shasum -a 256). How many these are
# changes rarely: keep it.
api=https://atlas.example/api/v1
digits=$(curl --fail --silent --show-error "$api/index.json" | jq .packs.digits)

# Prints everything of a code, of any provider. Fails where `digits` holds no more: read it again.
look_up() {
  key=$(printf %s "$1" | LC_ALL=C tr A-Z a-z)
  pack=$(printf %s "$key" | sha256sum | cut -c "1-$digits")
  codes=$(curl --fail --silent --show-error "$api/codes/$pack.json") || return
  printf %s "$codes" | jq --arg key "$key" '.codes[$key] // []'
}

look_up -3016 | jq '.[] | select(.provider == "kakaotalk")'
look_up 0 | jq --raw-output '.[] | "\(.name): \(.message)"'

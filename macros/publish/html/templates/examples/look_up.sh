# One code of one provider; everything of any provider with that code.
curl --fail --silent --show-error https://atlas.example/api/v1/kakaotalk/-3016.json
curl --fail --silent --show-error https://atlas.example/api/v1/codes/0.json

// Written by `make schema` from macros/addresses.py.
export const ADDRESSES = {
  home: "./",
  providers: "./#ec:providers",
  catalog: "{provider}/",
  code: "{provider}/{code}/",
  unlisted: "{provider}/?code={code}",
  searchCodes: "search/codes.json",
  searchTexts: "search/codes/{number}.json",
  searchMessages: "search/messages/{number}.json",
  searchWords: "search/words.json",
  searchConditions: "search/conditions.json",
  searchSynonyms: "search/synonyms.json",
  searchPages: "search/search_index.json",
  searchLibrary: "search/lunr.js",
}

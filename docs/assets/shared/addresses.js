// Written by `make schema` from macros/addresses.py.
export const ADDRESSES = {
  home: "./",
  providers: "./#ec:providers",
  catalog: "{provider}/",
  part: "{provider}/part/{part}/",
  code: "{provider}/{code}/",
  unlisted: "{provider}/?code={code}",
  searchCodes: "search/codes.json",
  searchTexts: "search/{build}/codes/{number}.json",
  searchMessages: "search/{build}/messages/{number}.json",
  searchWords: "search/{build}/words.json",
  searchConditions: "search/{build}/conditions.json",
  searchSynonyms: "search/{build}/synonyms.json",
  searchPages: "search/search_index.json",
  searchLibrary: "search/lunr.js",
}

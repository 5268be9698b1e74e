// The styles: the standard rules, of which one finds selectors that no browser ever matches.

/** @type {import("stylelint").Config} */
export default {
  extends: "stylelint-config-standard",
  rules: {
    // Names are the theme's: block__element--modifier.
    "custom-property-pattern": "^[a-z]+(-{1,2}[a-z0-9]+)*$",
    "selector-class-pattern": "^[a-z]+((-{1,2}|__)[a-z0-9]+)*$",
    // Older phones know no other notation.
    "media-feature-range-notation": "prefix",
    // What is nested, and what a width changes, stands close together.
    "rule-empty-line-before": ["always-multi-line", { except: ["first-nested"], ignore: ["after-comment", "inside-block"] }],
    "at-rule-empty-line-before": ["always", { except: ["first-nested"], ignore: ["after-comment", "inside-block"] }],
    "comment-empty-line-before": ["always", { except: ["first-nested"], ignore: ["stylelint-commands"] }],
    // Rules stand by the part of a page that they are for, not by their weight.
    "no-descending-specificity": null,
    // Names of fonts.
    "value-keyword-case": ["lower", { ignoreProperties: ["/-(font|mono)$/"] }],
  },
}

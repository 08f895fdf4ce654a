/** Texts in two languages are words, not rules: what is said is held by tests of the pages that say it. */
export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'words',
    value: {
      shouldIgnore(path) {
        const key = path.isObjectProperty() ? (path.node.key.name ?? path.node.key.value) : null;
        return key === 'en' || key === 'es' ? 'a text in two languages' : undefined;
      },
    },
  },
];

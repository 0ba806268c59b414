'use strict';

/** Constructors are read by whoever looks for what a class makes, so they are shorter than functions may be. */
module.exports = {
  meta: {
    type: 'suggestion',
    schema: [{ type: 'integer', minimum: 1 }],
    messages: { tooLong: 'constructor has {{lines}} lines, at most {{max}} are allowed' },
  },
  create(context) {
    const max = context.options[0];
    return {
      'MethodDefinition[kind="constructor"]'(node) {
        const lines = node.loc.end.line - node.loc.start.line + 1;
        if (lines > max) context.report({ node, messageId: 'tooLong', data: { lines, max } });
      },
    };
  },
};

'use strict';

const INPUT_NAME = /(?:Spec|Props|Options|Source)$/;

/** What a caller may leave out says what happens then: every optional property of an input type has `@default`. */
module.exports = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { missing: 'optional property "{{name}}" has no @default in its doc comment' },
  },
  create(context) {
    return {
      'TSInterfaceDeclaration TSPropertySignature[optional=true]'(node) {
        if (!isInput(node)) return;
        const doc = context.sourceCode.getCommentsBefore(node).findLast((comment) => comment.value.startsWith('*'));
        if (doc !== undefined && /@default\s+\S/.test(doc.value)) return;
        context.report({ node, messageId: 'missing', data: { name: context.sourceCode.getText(node.key) } });
      },
    };
  },
};

function isInput(property) {
  const declaration = property.parent.parent;
  return declaration.type === 'TSInterfaceDeclaration' && INPUT_NAME.test(declaration.id.name);
}

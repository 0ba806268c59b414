import { textFormat } from '../text-format';

const NAME = /^[^<>%&\\?/\p{Cc}]{1,512}$/u;
const MAX_VALUE = 256;

/** The name of a tag on an Azure resource. */
export const tagName = textFormat<'TagName'>({
  noun: 'tag name',
  code: 'azure/tag-name',
  expected: '1 to 512 characters other than < > % & \\ ? /',
  accepts: NAME,
});

/** The value of a tag on an Azure resource. */
export const tagValue = textFormat<'TagValue'>({
  noun: 'tag value',
  code: 'azure/tag-value',
  expected: 'at most 256 characters',
  accepts: (text) => text.length <= MAX_VALUE,
});

import { ADVANCED_SETTINGS } from './advanced-settings';
import { DERIVED_SETTINGS } from './derived-settings';
import { USER_SETTINGS } from './user-settings';

/** Every setting that the extension reads. */
export const CURRENT_SETTINGS = { ...USER_SETTINGS, ...DERIVED_SETTINGS, ...ADVANCED_SETTINGS } as const;

/** The name of a setting that the extension reads, or its pattern, as the catalogue has it. */
export type CurrentSettingName = keyof typeof CURRENT_SETTINGS;

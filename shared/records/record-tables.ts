import { z } from 'zod';
import { actionSchema } from './action';
import { commissionPlanSchema } from './commission-plan';
import { contactSchema } from './contact';
import { customerSchema } from './customer';
import { customerMergeSchema } from './customer-merge';
import { identitySchema } from './identity';
import { importBatchSchema } from './import-batch';
import { importPresetSchema } from './import-preset';
import { membershipSchema } from './membership';
import { orgUnitSchema } from './org-unit';
import { packExportSchema } from './pack-export';
import { personSchema } from './person';
import { planSchema } from './plan';
import { planCommitSchema } from './plan-commit';
import { productSchema } from './product';
import { reviewSchema } from './review';
import { reviewCycleSchema } from './review-cycle';
import { savedViewSchema } from './saved-view';
import { scorecardTemplateSchema } from './scorecard-template';
import { sourceProfileSchema } from './source-profile';
import { sourceRuleSchema } from './source-rule';
import { targetRowSchema } from './target-row';
import { workspaceSettingsSchema } from './workspace-settings';

/** Every table of records and the schema each of its rows obeys. A row is checked against it before it is written. */
export const recordSchemas = {
  settings: workspaceSettingsSchema,
  orgUnits: orgUnitSchema,
  people: personSchema,
  memberships: membershipSchema,
  identities: identitySchema,
  customers: customerSchema,
  products: productSchema,
  sourceProfiles: sourceProfileSchema,
  importBatches: importBatchSchema,
  plans: planSchema,
  targetRows: targetRowSchema,
  planCommits: planCommitSchema,
  scorecardTemplates: scorecardTemplateSchema,
  reviewCycles: reviewCycleSchema,
  reviews: reviewSchema,
  commissionPlans: commissionPlanSchema,
  contacts: contactSchema,
  customerMerges: customerMergeSchema,
  importPresets: importPresetSchema,
  sourceRules: sourceRuleSchema,
  actions: actionSchema,
  packExports: packExportSchema,
  savedViews: savedViewSchema,
} as const;

export type RecordTable = keyof typeof recordSchemas;
export type RecordOf<T extends RecordTable> = z.infer<(typeof recordSchemas)[T]>;
export const recordTables = Object.keys(recordSchemas) as RecordTable[];
export const recordTableSchema = z.custom<RecordTable>((value) => typeof value === 'string' && Object.hasOwn(recordSchemas, value));

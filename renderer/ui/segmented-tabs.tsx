import { SegmentedControl } from '@mantine/core';

interface SegmentedTabsProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

/** Tabs of a page, or a choice of two to five short words, drawn as segments. */
export function SegmentedTabs<Value extends string>({ label, value, options, onChange }: SegmentedTabsProps<Value>) {
  return <SegmentedControl<Value> aria-label={label} value={value} data={options.map((option) => ({ ...option }))} onChange={onChange} />;
}

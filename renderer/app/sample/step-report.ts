/** A step of the sample's filling says how far it is, and at which file or month ('' = nothing to name). */
export type StepReport = (done: number, total: number, detail: string) => void;

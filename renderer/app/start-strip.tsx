import { Suspense, lazy } from 'react';
import { useWorkspaceInfo } from '@renderer/parts/workspace-context';
import { useGuide } from './use-guide';

/** Over the pages of few workspaces, and not for long: their code waits. */
const GuideBar = lazy(() => import('@renderer/features/start/guide-bar').then((module) => ({ default: module.GuideBar })));
const SampleNotice = lazy(() => import('@renderer/features/start/sample-notice').then((module) => ({ default: module.SampleNotice })));

/** The strip over every page: the first steps of a new workspace, or what the sample is. */
export function StartStrip() {
  const { sample } = useWorkspaceInfo();
  const { guide, setGuide } = useGuide();
  if (guide === 'hidden') return null;
  const hide = () => setGuide('hidden');
  return <Suspense fallback={null}>{sample ? <SampleNotice onHide={hide} /> : <GuideBar staysWhenDone={guide === 'kept'} onHide={hide} />}</Suspense>;
}

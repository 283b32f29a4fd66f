import { Component, type ErrorInfo, type ReactNode } from 'react';
import { ErrorPage } from './error-page';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
  /** A new value (the route) clears the error. */
  readonly resetKey: string;
  readonly onError: (details: string) => void;
}

/** Keeps a fault on its page: the shell stays, the page shows what happened with details to copy. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { details: string | null; resetKey: string }> {
  override state = { details: null, resetKey: this.props.resetKey };

  static getDerivedStateFromError(error: unknown) {
    return { details: detailsOf(error) };
  }

  static getDerivedStateFromProps(props: ErrorBoundaryProps, state: { details: string | null; resetKey: string }) {
    return props.resetKey === state.resetKey ? null : { details: null, resetKey: props.resetKey };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    this.props.onError(`${detailsOf(error)}\n${info.componentStack ?? ''}`);
  }

  override render(): ReactNode {
    const { details } = this.state;
    return details === null ? this.props.children : <ErrorPage details={details} onRetry={() => this.setState({ details: null })} />;
  }
}

function detailsOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : String(error);
}

import { type CSSProperties, type ReactNode, useEffect, useRef, useState } from 'react';

interface ScrollBodyProps {
  readonly className?: string | undefined;
  readonly style?: CSSProperties;
  readonly padded?: boolean;
  readonly children: ReactNode;
}

/** A body that scrolls by itself; while it has something to scroll the keyboard reaches it, else it is no stop on the way. */
export function ScrollBody({ className, style, padded = false, children }: ScrollBodyProps) {
  const body = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const element = body.current;
    if (!element) return;
    const measure = () => setScrolls(element.scrollHeight > element.clientHeight || element.scrollWidth > element.clientWidth);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, [children]);
  return (
    <div ref={body} className={className} style={style} data-padded={padded || undefined} {...(scrolls ? { tabIndex: 0 } : {})}>
      {children}
    </div>
  );
}

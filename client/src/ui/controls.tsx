import type { ComponentProps, ReactNode } from "react";

/** A button that shows an icon and tells its name to everyone else. */
export function IconButton({
  label,
  children,
  className = "",
  ...rest
}: ComponentProps<"button"> & { label: string }): ReactNode {
  return (
    <button type="button" aria-label={label} data-tip={label} className={`icon ${className}`} {...rest}>
      {children}
    </button>
  );
}

export function Button({ className = "", ...rest }: ComponentProps<"button">): ReactNode {
  return <button type="button" className={`button ${className}`} {...rest} />;
}

/** Lines where words will be: the size of what is awaited, so that nothing jumps when it comes. */
export function Skeleton({ lines = 3 }: { lines?: number }): ReactNode {
  return (
    <div className="skeleton" aria-hidden="true">
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} />
      ))}
    </div>
  );
}

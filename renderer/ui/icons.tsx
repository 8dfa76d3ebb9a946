import type { ReactNode } from 'react';

interface IconProps {
  size?: number;
}

/** Line icons on a 16 px grid, in the colour of the text. Decorative: the button carries the name. */
function Line({ size = 16, children }: IconProps & { children: ReactNode }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

export function ChevronDown(props: IconProps) {
  return (
    <Line {...props}>
      <path d="M4 6l4 4 4-4" />
    </Line>
  );
}

export function ChevronRight(props: IconProps) {
  return (
    <Line {...props}>
      <path d="M6 4l4 4-4 4" />
    </Line>
  );
}

export function Close(props: IconProps) {
  return (
    <Line {...props}>
      <path d="M4 4l8 8M12 4l-8 8" />
    </Line>
  );
}

export function Check(props: IconProps) {
  return (
    <Line {...props}>
      <path d="M3 8.5l3.5 3.5L13 4.5" />
    </Line>
  );
}

export function Warning(props: IconProps) {
  return (
    <Line {...props}>
      <path d="M8 2.5l6 11H2zM8 6.5v3.5M8 12v.01" />
    </Line>
  );
}

export function Flag(props: IconProps) {
  return (
    <Line {...props}>
      <path d="M4 14V2.5h8l-2 3 2 3H4" />
    </Line>
  );
}

export function Plus(props: IconProps) {
  return (
    <Line {...props}>
      <path d="M8 3v10M3 8h10" />
    </Line>
  );
}

export function Search(props: IconProps) {
  return (
    <Line {...props}>
      <path d="M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10zM11 11l3 3" />
    </Line>
  );
}

export function FileIcon(props: IconProps) {
  return (
    <Line {...props}>
      <path d="M4 1.8h5l3 3v9.4H4zM9 1.8v3h3" />
    </Line>
  );
}

export function Download(props: IconProps) {
  return (
    <Line {...props}>
      <path d="M8 2v8m0 0l3-3m-3 3L5 7M2.5 13.5h11" />
    </Line>
  );
}

export function Upload(props: IconProps) {
  return (
    <Line {...props}>
      <path d="M8 10V2m0 0l3 3M8 2L5 5M2.5 13.5h11" />
    </Line>
  );
}

export function Copy(props: IconProps) {
  return (
    <Line {...props}>
      <path d="M5.5 5.5h8v8h-8zM3 10.5h-.5v-8h8V3" />
    </Line>
  );
}

export function Sun(props: IconProps) {
  return (
    <Line {...props}>
      <path d="M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M13 3l-1 1M4 12l-1 1" />
    </Line>
  );
}

export function Moon(props: IconProps) {
  return (
    <Line {...props}>
      <path d="M13.5 9.5A6 6 0 0 1 6.5 2.5a6 6 0 1 0 7 7z" />
    </Line>
  );
}

export function HalfMoon(props: IconProps) {
  return (
    <Line {...props}>
      <path d="M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zm0 0v12" />
    </Line>
  );
}

export function Dice(props: IconProps) {
  return (
    <Line {...props}>
      <path d="M3 3h10v10H3zM5.8 5.8v.01M10.2 5.8v.01M8 8v.01M5.8 10.2v.01M10.2 10.2v.01" />
    </Line>
  );
}

export function Minus(props: IconProps) {
  return (
    <Line {...props}>
      <path d="M3 8h10" />
    </Line>
  );
}

interface IconProps {
  size?: number;
}

/** Line icons on a 16 px grid, in the colour of the text. Decorative: the button carries the name. */
function Line({ size = 16, path }: IconProps & { path: string }) {
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
      <path d={path} />
    </svg>
  );
}

export const ChevronDown = (props: IconProps) => <Line {...props} path="M4 6l4 4 4-4" />;
export const ChevronRight = (props: IconProps) => <Line {...props} path="M6 4l4 4-4 4" />;
export const Close = (props: IconProps) => <Line {...props} path="M4 4l8 8M12 4l-8 8" />;
export const Check = (props: IconProps) => <Line {...props} path="M3 8.5l3.5 3.5L13 4.5" />;
export const Warning = (props: IconProps) => <Line {...props} path="M8 2.5l6 11H2zM8 6.5v3.5M8 12v.01" />;
export const Plus = (props: IconProps) => <Line {...props} path="M8 3v10M3 8h10" />;
export const Upload = (props: IconProps) => <Line {...props} path="M8 10V2m0 0l3 3M8 2L5 5M2.5 13.5h11" />;
export const Copy = (props: IconProps) => <Line {...props} path="M5.5 5.5h8v8h-8zM3 10.5h-.5v-8h8V3" />;
export const Sun = (props: IconProps) => (
  <Line
    {...props}
    path="M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M13 3l-1 1M4 12l-1 1"
  />
);
export const Moon = (props: IconProps) => (
  <Line {...props} path="M13.5 9.5A6 6 0 0 1 6.5 2.5a6 6 0 1 0 7 7z" />
);
export const HalfMoon = (props: IconProps) => (
  <Line {...props} path="M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zm0 0v12" />
);
export const Dice = (props: IconProps) => (
  <Line {...props} path="M3 3h10v10H3zM5.8 5.8v.01M10.2 5.8v.01M8 8v.01M5.8 10.2v.01M10.2 10.2v.01" />
);
export const Lock = (props: IconProps) => (
  <Line {...props} path="M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5" />
);
export const ArrowUp = (props: IconProps) => <Line {...props} path="M8 13V3M4 7l4-4 4 4" />;
export const ArrowDown = (props: IconProps) => <Line {...props} path="M8 3v10M4 9l4 4 4-4" />;

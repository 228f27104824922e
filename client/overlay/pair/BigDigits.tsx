// Six digits that are read from another device: very large, in two groups; spelled one by one to screen readers.

interface BigDigitsProps {
  readonly code: string
}

export function BigDigits({ code }: BigDigitsProps) {
  return (
    <p className="big-digits">
      <span aria-hidden="true">
        <span>{code.slice(0, 3)}</span>
        <span>{code.slice(3)}</span>
      </span>
      <span className="unseen">{code.split('').join(' ')}</span>
    </p>
  )
}

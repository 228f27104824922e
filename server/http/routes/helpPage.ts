// GET /help and /help.css: the helplines as one plain page for a telephone. No session, no script, nothing from elsewhere; a browser keeps
// it for a week and shows it without a network. Made once, from the same file as the page's own card.

import { readFileSync } from 'node:fs'
import type { RequestHandler } from 'express'
import * as z from 'zod'

const FILE = new URL('../../../assets/helplines.json', import.meta.url)
/** Fresh for a week, and shown for a month when nobody can be asked. */
const KEPT = 'public, max-age=604800, stale-while-revalidate=2592000, stale-if-error=2592000'

const lineSchema = z.object({
  name: z.string(),
  phone: z.string().optional(),
  text: z.string().optional(),
  chatUrl: z.url().optional(),
  hours: z.string(),
  languages: z.array(z.string()),
  forWhom: z.string(),
  note: z.string().optional(),
  source: z.url(),
  seen: z.string(),
})
const countrySchema = z.object({
  country: z.string(),
  countryName: z.string(),
  emergency: z.object({ number: z.string() }).nullish(),
  lines: z.array(lineSchema),
})
type Country = z.infer<typeof countrySchema>

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replaceAll(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign)
const call = (number: string) =>
  `<a class="number" href="tel:${number.replaceAll(/[^\d+]/g, '')}">${escaped(number)}</a>`
const link = (url: string) =>
  `<a href="${escaped(url)}" rel="noreferrer noopener">${escaped(new URL(url).hostname.replace(/^www\./, ''))}</a>`

function lineHtml(line: z.infer<typeof lineSchema>): string {
  const parts = [
    `<h3>${escaped(line.name)}</h3>`,
    line.phone && `<p>${call(line.phone)}</p>`,
    line.text && `<p>${escaped(line.text)}</p>`,
    line.chatUrl && `<p>Chat at ${link(line.chatUrl)}</p>`,
    `<p class="small">For ${escaped(line.forWhom)}. ${escaped(line.hours)}. ${escaped(line.languages.join(', '))}.</p>`,
    line.note && `<p class="small">${escaped(line.note)}</p>`,
    `<p class="small">Seen on ${link(line.source)} (${escaped(line.seen)})</p>`,
  ]
  return parts.filter(Boolean).join('')
}

function countryHtml({ country, countryName, emergency, lines }: Country): string {
  const number = emergency ? `<p>Emergency: ${call(emergency.number)}</p>` : ''
  return `<section id="${escaped(country.toLowerCase())}"><h2>${escaped(countryName)}</h2>${number}${lines.map(lineHtml).join('')}</section>`
}

function pageHtml(countries: readonly Country[]): string {
  const choices = countries.map(
    ({ country, countryName }) => `<li><a href="#${escaped(country.toLowerCase())}">${escaped(countryName)}</a></li>`,
  )
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Numbers where people answer</title>
<link rel="stylesheet" href="/help.css">
</head>
<body>
<main>
<h1>Numbers where people answer</h1>
<p class="danger"><strong>In danger now?</strong> Call the emergency number of the place you are in.</p>
<nav aria-label="Countries"><ul>${choices.join('')}</ul></nav>
${countries.map(countryHtml).join('\n')}
<p class="small">Gathered from public pages, each named with the day on which it was seen; nobody has dialled the numbers. Please check
before you rely on one. This page knows nothing about you and keeps working without a network for a while.</p>
</main>
</body>
</html>
`
}

const STYLE = `:root { color-scheme: light dark; --ink: #2b2622; --paper: #faf5ec; --line: #d9cdbb; --sea: #1f5c66; }
@media (prefers-color-scheme: dark) { :root { --ink: #f1e8da; --paper: #1d1a18; --line: #4a423a; --sea: #8fd0d8; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.15rem/1.5 system-ui, sans-serif; }
main { max-width: 40rem; margin: 0 auto; padding: 1.2rem 1.2rem 4rem; }
h1 { font-size: 1.7rem; line-height: 1.2; }
h2 { margin: 0; padding-top: 1.5rem; font-size: 1.5rem; }
h3 { margin: 1.2rem 0 0; font-size: 1.15rem; }
p { margin: 0.3rem 0; }
a { color: var(--sea); }
ul { display: flex; flex-wrap: wrap; gap: 0.3rem 0.6rem; margin: 1rem 0; padding: 0; list-style: none; }
li a { display: inline-block; padding: 0.5rem 0.7rem; border: 1px solid var(--line); border-radius: 0.6rem; text-decoration: none; }
section { margin-top: 2rem; border-top: 1px solid var(--line); }
.number { display: inline-block; padding: 0.2rem 0; font-size: 1.9rem; font-weight: 600; }
.danger { padding: 0.8rem 1rem; border: 2px solid var(--sea); border-radius: 0.6rem; font-size: 1.25rem; }
.small { font-size: 0.95rem; }
`

/** @throws Error at the start when the file is no list of helplines. */
export function helpPage(): RequestHandler {
  const countries = z.array(countrySchema).parse(JSON.parse(readFileSync(FILE, 'utf8')))
  const html = pageHtml(countries.toSorted((a, b) => a.countryName.localeCompare(b.countryName)))
  return (_request, response) => void response.set('Cache-Control', KEPT).type('html').send(html)
}

export function helpStyle(): RequestHandler {
  return (_request, response) => void response.set('Cache-Control', KEPT).type('css').send(STYLE)
}

/**
 * Text that means itself. Terraform reads `${` and `%{` as the start of a template, also inside key patterns, tags and dashboards;
 * doubling the sign keeps it. The toolkit's own tokens stay, since they are meant to be read.
 * @see https://developer.hashicorp.com/terraform/language/expressions/strings#escape-sequences
 */
export function literal(text: string): string {
  return text.replace(/([$%])\{(?!TfToken\[)/g, '$1$1{');
}

/** The same for every value of a record. */
export function literals(record: { readonly [name: string]: string }): { [name: string]: string } {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [literal(name), literal(value)]));
}

// The CDK's own template validation costs 0.9 s in every process; the suite that is about it switches it on.
process.env.CDK_VALIDATION ??= 'false';

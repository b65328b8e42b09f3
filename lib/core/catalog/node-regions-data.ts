/**
 * Regions grouped by the node families they offer. A region that offers a family offers all of its
 * sizes in the source, so the families alone describe the matrix.
 */
export const REGIONS_BY_FAMILIES: readonly { readonly families: string; readonly regions: string }[] = [
  {
    families: 'm8g r8g c8gn m7g r7g m6g r6g r6gd m5 r5 m4 r4 t4g t3 t2',
    regions: 'ap-northeast-1 ap-south-1 ap-southeast-1 ap-southeast-2 ca-central-1 eu-central-1 sa-east-1 us-west-1',
  },
  {
    families: 'm8g r8g c8gn m7g r7g m6g r6g m5 r5 t4g t3',
    regions: 'af-south-1 ap-east-1 ap-south-2 ap-southeast-3 ap-southeast-4 eu-central-2 eu-south-2',
  },
  {
    families: 'm8g r8g c8gn m7g r7g c7gn m6g r6g r6gd m5 r5 m4 r4 t4g t3 t2',
    regions: 'eu-west-1 us-east-1 us-east-2 us-west-2',
  },
  {
    families: 'm8g r8g c8gn m7g r7g m6g r6g m5 r5 m4 r4 t4g t3 t2',
    regions: 'ap-northeast-2 eu-west-2',
  },
  {
    families: 'm8g r8g c8gn m7g r7g m6g r6g t4g t3',
    regions: 'ap-southeast-5 ap-southeast-7',
  },
  {
    families: 'm8g r8g c8gn r7g m6g r6g m5 r5 t4g t3',
    regions: 'ca-west-1 eu-south-1',
  },
  {
    families: 'm8g r8g c8gn m7g r7g m6g r6g r5 m4 r4 t4g t3 t2',
    regions: 'cn-north-1 cn-northwest-1',
  },
  {
    families: 'm7g r7g m6g r6g m5 r5 t3',
    regions: 'me-central-1 me-south-1',
  },
  {
    families: 'm8g r8g c8gn m7g r7g m6g r6g m5 r5 r4 t4g t3 t2',
    regions: 'us-gov-east-1 us-gov-west-1',
  },
  {
    families: 'm7g r7g m6g r6g t4g t3',
    regions: 'ap-east-2',
  },
  {
    families: 'm8g r8g m7g r7g m6g r6g m5 r5 r4 t4g t3 t2',
    regions: 'ap-northeast-3',
  },
  {
    families: 'r8g m7g r7g m6g r6g t4g',
    regions: 'ap-southeast-6',
  },
  {
    families: 'm8g r8g c8gn m7g r7g m6g r6g r6gd m5 r5 t4g t3',
    regions: 'eu-north-1',
  },
  {
    families: 'm8g r8g m7g r7g m6g r6g r6gd m5 r5 r4 t4g t3 t2',
    regions: 'eu-west-3',
  },
  {
    families: 'm7g r7g m6g r6g m5 r5 t4g t3',
    regions: 'il-central-1',
  },
  {
    families: 'r8g m7g r7g m6g r6g t4g t3',
    regions: 'mx-central-1',
  },
];

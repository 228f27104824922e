// Our own gentle words for suggested names: "Quiet Fern". Nothing that judges, frightens, ranks or could hurt.
// Every pair fits NAME_LENGTH, and every word is plain enough to be read aloud by a screen reader.

export const GENTLE: readonly string[] = `
  Amber Autumn Balmy Bright Calm Clear Coastal Cosy Dappled Dawning Dewy Dreamy Drifting Early Easy Evening
  Faraway Floating Free Gentle Glowing Golden Green Hazel Hidden Homely Humble Kind Lantern Late Leafy Light
  Little Lunar Mellow Mild Misty Morning Mossy New Northern Olive Open Patient Peaceful Quiet Resting Rosy Sandy
  Silver Slow Soft Southern Steady Still Summer Sunny Tender Twilight Velvet Wandering Warm Winter Woodland
`
  .trim()
  .split(/\s+/)

export const THINGS: readonly string[] = `
  Acorn Apple Aspen Badger Barley Beacon Birch Bramble Breeze Brook Candle Cedar Clover Cloud Cove Creek Daisy
  Dove Elder Ember Falcon Feather Fern Field Finch Garden Harbour Heather Heron Hill Island Ivy Juniper Kettle
  Lake Lark Lilac Linden Maple Meadow Moon Moth Oak Orchard Otter Pebble Pine Plum Pond Poppy Quill Rain Reed
  River Robin Sage Shell Sparrow Spruce Star Stone Swallow Thistle Tide Valley Willow Wren
`
  .trim()
  .split(/\s+/)

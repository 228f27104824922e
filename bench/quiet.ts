// Imported first: LiveKit's Node client reads this once, and otherwise writes about every connection among the figures.

process.env.NODE_ENV ??= 'production'

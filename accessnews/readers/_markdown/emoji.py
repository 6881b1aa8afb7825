"""Names of emoji on GitHub and Slack that are not their names in Unicode."""

EMOJI = {
    "+1": "👍", "-1": "👎", "thumbsup": "👍", "thumbsdown": "👎", "smile": "😄", "smiley": "😃", "grin": "😁",
    "joy": "😂", "laughing": "😆", "wink": "😉", "blush": "😊", "heart_eyes": "😍", "thinking": "🤔", "cry": "😢",
    "sob": "😭", "angry": "😠", "rage": "😡", "scream": "😱", "sunglasses": "😎", "heart": "❤️", "broken_heart": "💔",
    "tada": "🎉", "clap": "👏", "wave": "👋", "pray": "🙏", "muscle": "💪", "eyes": "👀", "ok_hand": "👌",
    "point_right": "👉", "point_left": "👈", "point_up": "☝️", "point_down": "👇", "raised_hands": "🙌",
    "star": "⭐", "star2": "🌟", "sparkles": "✨", "zap": "⚡", "boom": "💥", "warning": "⚠️", "x": "❌",
    "white_check_mark": "✅", "heavy_check_mark": "✔️", "question": "❓", "exclamation": "❗", "bulb": "💡",
    "information_source": "ℹ️", "no_entry": "⛔", "construction": "🚧", "bell": "🔔", "lock": "🔒", "key": "🔑",
    "link": "🔗", "pushpin": "📌", "pencil2": "✏️", "book": "📖", "books": "📚", "newspaper": "📰", "email": "✉️",
    "phone": "☎️", "camera": "📷", "movie_camera": "🎥", "tv": "📺", "calendar": "📆", "date": "📅", "clock": "🕓",
    "coffee": "☕", "beer": "🍺", "pizza": "🍕", "cake": "🍰", "apple": "🍎", "dog": "🐶", "cat": "🐱",
    "car": "🚗", "bus": "🚌", "train": "🚋", "airplane": "✈️", "ship": "🚢", "boat": "⛵", "bike": "🚲",
    "house": "🏠", "earth_africa": "🌍", "earth_americas": "🌎", "earth_asia": "🌏", "sunny": "☀️", "cloud": "☁️",
    "umbrella": "☔", "snowflake": "❄️", "ocean": "🌊", "christmas_tree": "🎄", "soccer": "⚽", "basketball": "🏀",
    "trophy": "🏆", "moneybag": "💰", "dollar": "💵", "euro": "💶", "pound": "💷", "chart_with_upwards_trend": "📈",
    "chart_with_downwards_trend": "📉", "bar_chart": "📊", "mag": "🔍", "speech_balloon": "💬", "new": "🆕",
    "arrow_right": "➡️", "arrow_left": "⬅️", "arrow_up": "⬆️", "arrow_down": "⬇️", "recycle": "♻️", "mask": "😷",
    "100": "💯", "poop": "💩", "skull": "💀", "ghost": "👻", "robot": "🤖", "alien": "👽", "baby": "👶",
}  # fmt: skip

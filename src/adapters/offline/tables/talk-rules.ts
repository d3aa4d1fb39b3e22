export interface TalkRule {
  readonly when: RegExp;
  /** `{title}` is the film's, `{quote}` what was said, `{example}` something that would be understood. */
  readonly answers: readonly string[];
  /** For where buttons would be pushy. */
  readonly withoutOffers?: true;
}

/** The first that fits answers. */
export const TALK_RULES: readonly TalkRule[] = [
  {
    when: /^$/,
    answers: ["That message was empty. Tell me something of {title}, for instance: “{example}”."],
  },
  {
    when: /\b(?:are you|you(?:'re| are)|is this) (?:an? )?(?:real |actual )?(?:ai|a\.i\.|bot|robot|chat ?gpt|gpt|llm|language model|model|machine|human|person|claude|gemini)\b/i,
    answers: [
      "I am Backlot, on my offline engine: rules, tables and templates, no language model and nobody behind the curtain. I keep the story bible and the workflow.",
    ],
  },
  {
    when: /\b(?:who|what) are you\b|\bwhat(?:'s| is) backlot\b|\byour name\b/i,
    answers: [
      "I am Backlot. I write down what you say about {title}, keep characters, scenes and places in order, and do the bulk work. Type /help for all of it.",
    ],
  },
  {
    when: /\bwhat can (?:you|i|we) (?:do|type|say|ask)\b|\bhow (?:do|does) (?:this|it|you) work\b|\bwhat (?:now|next)\b|\bhow do i (?:start|begin)\b/i,
    answers: [
      "Just talk about {title}: “{example}”. I keep what I understand and show it. /help lists the commands.",
    ],
  },
  {
    when: /^(?:hi|hello|hey|hiya|howdy|yo|greetings|good (?:morning|afternoon|evening|day)|hallo|hola|bonjour|ciao|ol[aá])\b[\s,]*(?:there|all|everyone|backlot|team|folks)?[\s!.?]*$/i,
    answers: [
      "Hello. What happens in {title} today? You could begin with: “{example}”.",
      "Good to see you. Tell me who is in {title}, where it plays or what happens, and I will write it down.",
    ],
  },
  {
    when: /\bhow (?:are|r) (?:you|u)\b|\bhow(?:'s| is) it going\b|\bwhat'?s up\b|\bhow have you been\b/i,
    answers: [
      "All in order here, thank you. The lot is open: say what happens next in it.",
      "Quiet on the lot. Shall we go on with {title}? For instance: “{example}”.",
    ],
  },
  {
    when: /\b(?:thanks?|thank you|thx|cheers|merci|gracias|danke|obrigad[oa]|much appreciated)\b/i,
    answers: ["You are welcome.", "Gladly.", "Any time."],
    withoutOffers: true,
  },
  {
    when: /^(?:bye|goodbye|good ?night|see (?:you|ya)|later|ciao|cu|ttyl|i(?:'m| am) (?:off|done|leaving))\b/i,
    answers: [
      "See you. Everything said so far is kept.",
      "Good night. It will all be here, just as you left it.",
    ],
    withoutOffers: true,
  },
  {
    when: /^(?:great|nice|cool|perfect|awesome|excellent|lovely|love it|brilliant|wonderful|good job|well done|amazing|super)\b/i,
    answers: ["Good. On we go.", "Glad it fits. What comes next?"],
  },
  {
    when: /^(?:ok|okay|k|sure|fine|alright|right|got it|i see|hm+|mm+|ah|oh|yes|yep|yeah|yup|no|nope|nah|maybe|perhaps)\b[\s!.,]*$/i,
    answers: [
      "Nothing here is waiting for a yes or a no. Press one of the buttons, or say what happens next, for instance: “{example}”.",
    ],
  },
  {
    when: /^(?:ha(?:ha)+|hehe+|lol|rofl|lmao|:-?[)D]|😂|🤣|😄)/i,
    answers: ["I will note that the room laughed. What happens next in {title}?"],
    withoutOffers: true,
  },
  {
    when: /\b(?:sorry|apologies|my bad|oops|whoops)\b/i,
    answers: ["No harm done. /undo takes back the last change."],
  },
  {
    when: /\b(?:stupid|useless|idiot|dumb|terrible|awful|you suck|hate you|shut up|wtf|damn)\b/i,
    answers: [
      "That went wrong, then. I follow plain statements best: “{example}”. /undo takes back the last change.",
    ],
  },
  {
    when: /\b(?:joke|funny story|sing|poem)\b/i,
    answers: ["I leave the jokes to the cast. Give me a character who is good at them: “{example}”."],
  },
  {
    when: /\b(?:weather|news|time is it|date today|football|politics)\b.*\?/i,
    answers: ["I know nothing of the world outside {title}. Ask me about its characters, places and scenes."],
  },
  {
    when: /\?\s*$/,
    answers: [
      "I have no answer to “{quote}” in the bible of {title}. Ask about someone or something in it, for instance “Who is …?” or “Which scenes are in …?”.",
    ],
  },
];

export const UNCLEAR: readonly string[] = [
  "I found no character, place, scene or question in “{quote}”. Put it plainly, for instance: “{example}”, or type /help.",
  "I could not place “{quote}”. Name who or what it is about, for instance: “{example}”, or type /help.",
];

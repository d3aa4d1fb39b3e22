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
    when: /^(?:never ?mind|nvm|nm|forget it|ignore (?:me|that|this)|wrong (?:channel|chat|thread)|as you were)\b/i,
    answers: ["All right. Nothing is written down.", "No harm done, nothing is written down."],
    withoutOffers: true,
  },
  {
    when: /\b(?:(?:i(?:['’]?m| am)|we(?:['’]re| are)) (?:so |totally |completely |a bit |really |kind of )?(?:stuck|lost|blocked|confused)|help me|can you help|(?:need|give me|give us|send me) (?:some |a few |a bit of |any )?(?:help|ideas?|inspiration|suggestions?)|surprise me|suggest (?:me |us )?(?:a|an|some)|come up with|brainstorm|any ideas?|no (?:idea|clue) (?:what|how|where|who))\b/i,
    answers: [
      "Let us take one small step. Press a button and I draft something to keep or to throw away, or tell me the one thing you know for certain about {title}.",
    ],
  },
  {
    when: /^(?:(?:and |now |please |can you |could you )*make (?:it|this|that) (?:a bit |much |more )?(?:shorter|longer|better|funny|funnier|darker|lighter|simpler)|(?:i |we )?(?:really )?(?:do(?:n['’]?t| not)|did(?:n['’]?t| not)) like (?:it|this|that)|try (?:it )?again|another one|not good(?: enough)?)\b/i,
    answers: [
      "Then say it in your own words, as in “the logline is: …”, or have me draft another: “write a logline”. “Undo” takes the last thing back.",
    ],
  },
  {
    when: /\b(?:start (?:over|again|from scratch|fresh)|begin again|(?:undo|delete|remove|clear|erase|wipe) (?:everything|it all|all of it)|reset (?:everything|it all|the (?:film|project|bible)))\b/i,
    answers: [
      "I throw nothing away wholesale. /project create and a title begins another film, “undo” takes things back one by one, and “go back to the concept” puts later work aside.",
    ],
  },
  {
    when: /^(?:delete|remove|drop|cut|erase) (?:all|every)\b/i,
    answers: [
      "I take out what you name: “delete the diner”, “delete Tom and Mia”, “delete all props”. What bulk work made goes together: /jobs history, then Undo all.",
    ],
  },
  {
    when: /\b(?:invite|add) (?:my |our |a |the )?(?:co-?writer|writer|director|producer|friend|team|people|others?|colleagues?|someone|somebody)\b|\b(?:can|could|do|will) (?:other people|others|anyone|anybody|everyone|everybody|people|they) (?:else )?(?:see|read|join|use|edit)\b/i,
    answers: [
      "On Discord and Slack everybody in the channel may join in, and /project roles says who may do what. /project share lets another workspace work on {title}.",
    ],
    withoutOffers: true,
  },
  {
    when: /\b(?:is|are|was|were) (?:this|that|it|these|they|everything|my words) (?:all )?(?:saved|kept|stored|lost|gone)\b|\b(?:did|do|have) you (?:save|saved|keep|kept|get|got) (?:that|this|it)\b/i,
    answers: ["What I confirm with a receipt is kept. Ask “what did you save?” to see the latest of it."],
    withoutOffers: true,
  },
  {
    when: /^(?:(?:hello|hi|hey)[, ]*)?(?:(?:are|r) (?:you|u) (?:there|listening|awake|alive|online|still there)|anyone (?:here|there)|test(?:ing)?(?: test(?:ing)?)*|ping)\b[\s?!.]*$/i,
    answers: ["Yes, I am here.", "I am listening."],
    withoutOffers: true,
  },
  {
    when: /^(?:ok(?:ay)?[, ]+)?(?:(?:do|take|choose) (?:that|this|it)|(?:(?:do|take|choose) )?(?:option |number |the )?(?:\d{1,2}|[a-d]|first|second|third|last))(?: one)?[.)!]?$/i,
    answers: ["I cannot tell which one “{quote}” is. Press its button, or say it in words."],
  },
  {
    when: /^[^\p{L}\p{N}\p{Extended_Pictographic}]+$/u,
    answers: ["I am here. Ask me about {title}, or tell me more of it: “{example}”."],
  },
  {
    when: /^(?:cancel|abort|stop|quit|exit|back)\b[\s.!]*$/i,
    answers: ["Nothing is running for you now. “Undo” takes the last thing back, and /jobs shows bulk work."],
    withoutOffers: true,
  },
  {
    when: /\bwhat (?:does|do|is|are) (?:“|")?(?:recommended|alternative|manual|impact|difficulty|the buttons|these buttons)\b/i,
    answers: [
      "The buttons are next moves: the first is what I would do, the others are as good a way. Nothing happens before you press one, and your own words always count.",
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
    when: /^(?:(?:ok(?:ay)?|alright|right|well|thanks)[, ]+)*(?:bye|goodbye|good ?night|see (?:you|ya)|later|ciao|cu|ttyl|i(?:'m| am) (?:off|done|leaving))\b/i,
    answers: [
      "See you. Everything said so far is kept.",
      "Good night. It will all be here, just as you left it.",
    ],
    withoutOffers: true,
  },
  {
    when: /^(?:good|beautiful|sweet|yay|neat|great|nice|cool|perfect|awesome|excellent|lovely|love it|brilliant|wonderful|good job|well done|amazing|super)\b/i,
    answers: ["Good. On we go.", "Glad it fits. What comes next?"],
  },
  {
    when: /^(?:(?:no+|wait|oh|sorry|hang on)[,.!]* (?:no+|wait)|not that|wrong|that['’]?s (?:wrong|not (?:right|it|what i (?:said|meant))))\b/i,
    answers: ["“Undo” takes the last thing back. Or say how it should be, as in “no, her name is Sara”."],
  },
  {
    when: /^(?:h+m+|m+h*m+|a+h+|o+h+|e+r+m*|u+h*m*|maybe|perhaps|idk|dunno|not sure(?: yet)?|let me think|thinking|wait|hold on|one (?:sec|second|moment|minute))\b[\s!.,…]*$/i,
    answers: ["Take your time. All that was said is kept.", "No hurry. I am here when you are."],
    withoutOffers: true,
  },
  {
    when: /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f|\s)+$/u,
    answers: ["Good. What happens next in {title}?"],
    withoutOffers: true,
  },
  {
    when: /^(?:ok|okay|k|sure|fine|alright|right|got it|i see|yes|yep|yeah|yup|no|nope|nah|skip(?: it)?|pass|accept(?: all| it)?|decline(?: all| it)?|both|neither)\b(?:,? please)?[\s!.,]*$/i,
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
    when: /\?\s*$|^(?:who|what|where|when|why|how|which|does|did)(?:['’]?s)?\b/i,
    answers: [
      "The bible of {title} has no answer to “{quote}” yet. Tell me, and I write it down; or ask about someone in it: “Who is …?”, “Which scenes is … in?”.",
    ],
  },
];

export const UNCLEAR: readonly string[] = [
  "I found nothing of the film in “{quote}”, so nothing is written down. Say who or what it is about, for instance: “{example}”; /help shows more.",
  "I could not place “{quote}”, so nothing is written down. Say who or what it is about, for instance: “{example}”; /help shows more.",
];

const section =
  /^(?:(?:breaking |world |latest |local |national |international |top |business |sports? |us |uk |u\.s\. )?(?:news|stories|headlines)|world|politics|business|sports?|opinions?|culture|arts|science|health|technology|tech|travel|lifestyle|economy|economics|finance|markets?|money|entertainment|environment|climate|education|society|life|features?|analysis|comment|commentary|editorial|editorials|letters|columns?|columnists?|blogs?|exclusive|interview|investigations?|magazine|obituar(?:y|ies)|weather|video|photos|in pictures|live|breaking|update|europe|asia|africa|americas?|middle east|russia|ukraine|china|us|uk|usa|home|front page|regional|nation|national|local|international|crime|law|courts|energy|media|people|special report|long read|explainer|fact ?check|новости|политика|экономика|общество|мир|politik|wirtschaft|kultur|welt|monde|politique|économie|mundo|política|economía|deportes)(?:\s?[|»›/].{0,24})?$/iu;

/** Whether a text is a section's name or another kicker ("WORLD", "Politics |", "Breaking News"), not a headline. */
export function isSectionName(text: string): boolean {
  return text.length <= 60 && section.test(text);
}

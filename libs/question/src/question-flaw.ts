export interface QuestionFlaw {
  /** Stable code for programs. */
  readonly code:
    | 'empty-stem'
    | 'option-count'
    | 'option-id'
    | 'option-empty'
    | 'option-duplicate'
    | 'key-unknown'
    | 'key-count'
    | 'blank-count'
    | 'tolerance-count'
    | 'tolerance-amount'
    | 'number-form'
    | 'any-order'
    | 'correction-missing'
    | 'key-shown'
    | 'model-missing'
    | 'rubric-id'
    | 'rubric-empty'
    | 'rubric-share'
    | 'evidence-missing';
  /** JSON pointer into the question. */
  readonly pointer: string;
  /** Chinese sentence for people. */
  readonly detail: string;
}

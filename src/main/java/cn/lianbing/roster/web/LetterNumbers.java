package cn.lianbing.roster.web;

import cn.lianbing.platform.Texts;
import cn.lianbing.roster.RosterKeeping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What a form proposes as the number of the next letter; official papers count in Chinese whatever the reader's language. */
@ApplicationScoped
public class LetterNumbers {
  @Inject RosterKeeping keeping;

  String next() {
    return keeping.nextLetterNumber(Texts.in(Texts.CHINESE).get("roster.letter.number"));
  }
}

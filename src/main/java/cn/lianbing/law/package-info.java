/**
 * The law library 法条库: laws, their versions, and each version's articles.
 *
 * <p>A {@link cn.lianbing.law.LawVersion} is one state of a law with the days it is in force. Its {@link cn.lianbing.law.LawText}
 * is what was imported for it; importing again makes a new text, and the former stays, so that one can say what an article said
 * before. Where no text was imported, text number 0 holds the phrases that items quote, so that the library is not empty.
 * Whoever changes something fires {@link cn.lianbing.law.LawChanged}; what rests on articles looks again in the same transaction.
 */
package cn.lianbing.law;

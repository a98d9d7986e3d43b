/**
 * Practice 练兵: drills, the wrong-answer book, repetition and the map of what is known. It is an officer's own and chosen freely:
 * nothing here is ranked, compulsory or told to others but as a count over a unit of at least five people, and no other component
 * may read it (ArchitectureTest and PracticeIsPrivateTest hold that).
 */
package cn.lianbing.practice;

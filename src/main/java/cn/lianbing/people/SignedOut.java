package cn.lianbing.people;

import cn.lianbing.platform.Caller;

/** Somebody signed out: what was made for that sign-in, such as the exam page's token, is dead. */
public record SignedOut(Caller who) {}

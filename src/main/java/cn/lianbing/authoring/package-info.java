/**
 * How items are written, reviewed, found again and kept apart from their like. A {@link cn.lianbing.authoring.Draft} stands beside
 * what is published and is nothing that a paper could draw; somebody other than those who wrote it looks at it, and what that one
 * approves goes the way of every import into the bank. So the bank itself holds published and retired items only.
 */
package cn.lianbing.authoring;

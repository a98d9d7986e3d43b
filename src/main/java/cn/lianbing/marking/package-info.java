/** 阅卷 by people: the desk for short answers, second markers, and marking anew. What is marked by the program is exam's. */
package cn.lianbing.marking;

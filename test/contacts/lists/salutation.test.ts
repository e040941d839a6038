/** Names taken apart, and how their bearers are spoken to: rather not at all than wrongly. */
import { describe, expect, it } from 'vitest';
import { salutationOf } from '../../../src/contacts/lists/salutation.ts';
import { nameParts } from '../../../src/values/name-parts.ts';

describe('parts of a name', () => {
  it.each([
    ['王芳', '王', '芳'],
    ['李小明', '李', '小明'],
    ['欧阳修', '欧阳', '修'],
    ['司马相如', '司马', '相如'],
    ['諸葛亮', '諸葛', '亮'],
    ['欧阳', '欧阳', ''],
    ['王女士', '王', ''],
    ['王芳女士', '王', '芳'],
    ['山田 太郎', '山田', '太郎'],
    ['淘小茶', '', '淘小茶'],
    ['快乐的小猫咪', '', '快乐的小猫咪'],
    ['王', '', '王'],
    ['安安', '', '安安'],
    ['阿依古丽·买买提', '', '阿依古丽·买买提'],
    ['Ann Archer', 'Archer', 'Ann'],
    ['Ann  Mary\tArcher', 'Archer', 'Ann Mary'],
    ['Dr. Ann Archer', 'Archer', 'Ann'],
    ['Ludwig van Beethoven', 'van Beethoven', 'Ludwig'],
    ['Martin King Jr.', 'King Jr.', 'Martin'],
    ["O'Brien, Sean", "O'Brien", 'Sean'],
    ['Ms Archer', 'Archer', ''],
    ['Cher', '', 'Cher'],
    ['', '', ''],
  ])('%s', (name, last, first) => {
    expect(nameParts(name)).toMatchObject({ last, first });
  });
});

describe('a salutation', () => {
  it.each([
    ['王芳', 'f', null, null, '王女士'],
    ['李小明', 'male', 'zh-CN', 'CN', '李先生'],
    ['欧阳晓梅', 'female', 'zh', 'CN', '欧阳女士'],
    ['王芳女士', null, null, null, '王女士'],
    ['陈老师', null, null, 'CN', '陈老师'],
    ['Ann Archer', 'f', null, null, 'Ms Archer'],
    ['Ann Archer', 'f', 'de-AT', 'AT', 'Frau Archer'],
    ['Dr. Ann Archer', null, 'en', null, 'Dr Archer'],
    ['Bo Archer', 'm', 'en-US', 'US', 'Mr Archer'],
  ])('%s, %s, %s, %s: %s', (name, gender, language, country, salutation) => {
    expect(salutationOf({ name, gender, language, country })).toBe(salutation);
  });

  it.each([
    ['王芳', null, null, null],
    ['王芳', 'other', null, null],
    ['高橋翔', 'm', 'ja', 'JP'],
    ['淘小茶', 'f', null, 'CN'],
    ['Wang Fang', 'f', null, 'CN'],
    ['Ann Archer', null, 'en', null],
    ['Ann Archer', 'f', 'sv', 'SE'],
    ['Cher', 'f', 'en', null],
    ['Анна Иванова', 'f', 'en', null],
    [null, 'f', null, null],
  ])('none: %s, %s, %s, %s', (name, gender, language, country) => {
    expect(salutationOf({ name, gender, language, country })).toBeNull();
  });
});

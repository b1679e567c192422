import { describe, expect, test } from '@jest/globals'
import { readConfig, SETTINGS } from '../server/config.ts'

describe('settings', () => {
  test('have defaults that stand', () => {
    expect(readConfig({})).toMatchObject({ PORT: 4000, HOST: '127.0.0.1', LOG_LEVEL: 'warn' })
  })

  test('name every fault at once', () => {
    const bad = Object.fromEntries(
      Object.keys(SETTINGS).map((name) => [name, name.endsWith('_DIR') ? '' : 'bad value']),
    )
    let message = ''
    try {
      readConfig(bad)
    } catch (error) {
      message = (error as Error).message
    }
    for (const name of Object.keys(SETTINGS)) expect(message).toContain(`${name} must`)
  })

  test.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '4e3'],
    ['THREADS', '0'],
    ['MEMORY_LIMIT', '1GB; drop'],
  ])('%s may not be %s', (name, value) => expect(() => readConfig({ [name]: value })).toThrow(name))
})

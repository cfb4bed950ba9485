import { Module } from '@nestjs/common';
import { CoursesController, StaffCoursesController } from './courses.controller.js';
import { CoursesService } from './courses.service.js';
import { CoursesStore } from './courses.store.js';

@Module({
  controllers: [CoursesController, StaffCoursesController],
  providers: [CoursesService, CoursesStore],
  exports: [CoursesService],
})
export class CoursesModule {}
